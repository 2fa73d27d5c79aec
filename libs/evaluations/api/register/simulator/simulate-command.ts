import { resolve } from 'node:path';
import { inventedArchive, recordedArchive } from './register-archive';
import { inventedActs } from './simulated-acts';
import { RegisterSimulator } from './simulator';

const after = (words: string[], option: string): string | undefined => (words.includes(option) ? words[words.indexOf(option) + 1] : undefined);

/** `isegoria register simulate [--port N] [--data FOLDER]`: a register to develop against, until Ctrl-C. Answers the exit code. */
export async function registerCommand(words: string[]): Promise<number> {
  if (words[0] !== 'simulate') {
    process.stderr.write('register simulate [--port 4010] [--data FOLDER]   our own stand-in for the register, with recorded answers of a folder where it is given\n');
    return 2;
  }
  const folder = after(words, '--data');
  const archive = folder ? recordedArchive(resolve(folder)) : inventedArchive();
  archive.acts.push(...inventedActs(1200, new Date()));
  const register = new RegisterSimulator(archive);
  await register.start(Number(after(words, '--port') ?? 4010));
  process.stdout.write(`${archive.acts.length} acts of ${new Set(archive.acts.map(({ organizationId }) => organizationId)).size} bodies at ${register.url}\nStart the city with DIAVGEIA_URL=${register.url}; our invented body has the number 99990001.\nPOST ${register.url}/simulator takes {"will": {"kind": "html"}}, {"revoke": "ΑΔΑ"} or {"correct": "ΑΔΑ", "subject": "…"}.\n`);
  await new Promise((stopped) => process.once('SIGINT', stopped).once('SIGTERM', stopped));
  await register.stop();
  return 0;
}
