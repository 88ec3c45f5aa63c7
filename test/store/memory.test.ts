import { createMemoryStore } from '../../src/store/memory/index.ts';
import { describeStoreContract, INFO } from './contract.ts';

describeStoreContract('memory', async (now) => createMemoryStore(INFO, { now }));
