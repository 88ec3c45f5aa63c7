import { createMemoryStore } from '../../src/store/memory/index.ts';
import { describeStoreContract } from './contract.ts';
import { INFO } from './contract-fixtures.ts';

describeStoreContract('memory', async (now) => createMemoryStore(INFO, { now }));
