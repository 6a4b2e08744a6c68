import { entityKinds } from './entityKinds/entityKinds.ts';
import { linkKinds } from './linkKinds/linkKinds.ts';
import { makeVocabulary } from './vocabulary.ts';

/** Everything the product knows when nobody adds to it. */
export const coreVocabulary = makeVocabulary(entityKinds, linkKinds);
