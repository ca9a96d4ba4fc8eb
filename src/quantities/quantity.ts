export type { Quantity } from '../domain/quantity.ts';
