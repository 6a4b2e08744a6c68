import type { PropertyDefinition } from '../kind.ts';
import { dateTime } from '../propertyTypes/dateTime.ts';
import { hourCounts } from '../propertyTypes/hourCounts.ts';
import { note } from '../propertyTypes/text.ts';
import { count } from '../propertyTypes/wholeNumber.ts';

export const calls: PropertyDefinition = { name: 'calls', label: 'Calls', type: count };
export const messages: PropertyDefinition = { name: 'messages', label: 'Messages', type: count };
export const seconds: PropertyDefinition = { name: 'seconds', label: 'Seconds', type: count };
export const first: PropertyDefinition = { name: 'first', label: 'First', type: dateTime };
export const last: PropertyDefinition = { name: 'last', label: 'Last', type: dateTime };
export const hours: PropertyDefinition = { name: 'hours', label: 'By hour', type: hourCounts };
export const towers: PropertyDefinition = { name: 'towers', label: 'Towers', type: note };
