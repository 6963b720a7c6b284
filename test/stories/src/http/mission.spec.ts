import { aFolder } from '../kithline.ts';
import { missionContract } from './mission.contract.ts';
import { Served } from './served.ts';

describe('In a data folder', () => {
  const { folder, remove } = aFolder();
  let served: Served | undefined;
  afterAll(async () => {
    await served?.stop();
    remove();
  });

  missionContract(async () => (served = await Served.on(folder)));
});
