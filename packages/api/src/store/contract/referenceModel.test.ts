import { graphStoreContract } from './graphStoreContract.ts';
import { referenceModel } from './referenceModel.ts';

graphStoreContract('The reference model', async ({ vocabulary }) => referenceModel(vocabulary));
