import { graphStoreContract } from './graphStoreContract.ts';
import { referenceModel } from './referenceModel.ts';

// Compared with itself: that the suite is sane, not that the model is right. The examples say that.
graphStoreContract('The reference model', async ({ vocabulary }) => referenceModel(vocabulary), { operations: 500, scopes: 20 });
