import { expect, it } from 'vitest';
import { listLengths } from '../../src/text/lists.ts';

it('counts the items of each list, both ways where the last mark may be within an item', () => {
  expect(listLengths('业务涉及港口、铁路、公路等领域。')).toEqual([3]);
  expect(listLengths('设在甲、乙、丙和丁。')).toEqual([4, 3]);
  expect(listLengths('Offices in Kotka, Rauma and Oulu.')).toEqual([3]);
  expect(listLengths('One office.')).toEqual([]);
});
