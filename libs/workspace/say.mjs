/** How the tools speak: a moving line on a terminal, plain lines elsewhere, and a refusal that says what to do. */
const isTerminal = Boolean(process.stdout.isTTY);

/** Something that the person who started us can put right. Its message is the whole of what is printed. */
export class Refusal extends Error {}

export const say = (line) => console.log(line);

/** Does one piece of long work and says what it is; on a terminal also how long it takes. */
export async function step(label, work) {
  const started = Date.now();
  const seconds = () => `${((Date.now() - started) / 1000).toFixed(1)} s`;
  if (!isTerminal) say(`${label} …`);
  const tick = isTerminal ? setInterval(() => redraw(`${label} … ${seconds()}`), 200) : null;
  try {
    return await work();
  } finally {
    clearInterval(tick);
    if (isTerminal) redraw(`${label}: ${seconds()}\n`);
  }
}

function redraw(line) {
  process.stdout.write(`\r\x1b[2K${line}`);
}

/** Runs a tool's main; a refusal becomes its sentence, anything else its stack. */
export async function main(run) {
  try {
    await run();
  } catch (failure) {
    console.error(failure instanceof Refusal ? `\n${failure.message}` : failure);
    process.exit(1);
  }
}
