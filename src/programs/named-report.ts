import type { Report } from '../domain/report.ts';

/** The reports that a name may mean: by id, file name, file name without extension, or title. */
export function reportsNamed<T extends Pick<Report, 'id' | 'file' | 'title'>>(
  reports: readonly T[],
  name: string,
): T[] {
  return reports.filter(({ id, file, title }) => [id, file, file.replace(/\.[^.]+$/u, ''), title].includes(name));
}
