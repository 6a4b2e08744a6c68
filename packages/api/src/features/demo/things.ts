import type { Said, Thing } from './reportDraft.ts';

const thing =
  (kind: string) =>
  (properties: Said): Thing => ({ kind, properties });

export const person = thing('PERSON');
export const organization = thing('ORGANIZATION');
export const address = thing('ADDRESS');
export const vehicle = thing('VEHICLE');
export const lodging = thing('LODGING');
export const financialAccount = thing('FINANCIAL_ACCOUNT');
export const stay = thing('STAY');
export const payment = thing('PAYMENT');
export const ad = thing('AD');
export const image = thing('IMAGE');
export const sighting = thing('SIGHTING');
export const legalCase = thing('CASE');
export const object = thing('OBJECT');

export const phone = (number: string, more: Said = {}): Thing => ({ kind: 'PHONE', properties: { number, ...more } });
export const email = (text: string): Thing => ({ kind: 'EMAIL', properties: { address: text } });
export const onlineAccount = (platform: string, handle: string): Thing => ({
  kind: 'ONLINE_ACCOUNT',
  properties: { platform, handle },
});
export const prepaidCard = (lastDigits: string): Thing =>
  financialAccount({ scheme: 'prepaid', issuer: 'Palmetto Prepaid', lastDigits });
export const appAccount = (handle: string): Thing => financialAccount({ scheme: 'app', service: 'TidePay', handle });
export const plate = (number: string, region: string, more: Said = {}): Thing =>
  vehicle({ plate: number, plateRegion: region, ...more });
