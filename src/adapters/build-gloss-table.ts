// Run by gloss-table.ts in a process of its own: node build-gloss-table.ts FOLDER
import { buildGlosses } from '../text/glosses.ts';
import { readCedict } from './cedict.ts';
import { writeGlosses } from './gloss-table.ts';

const [directory = '.'] = process.argv.slice(2);
writeGlosses(directory, buildGlosses(readCedict()));
