export { parseLocation } from 'parse-address';
