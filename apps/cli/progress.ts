import { stdout } from 'node:process';

const width = 28;
const plainEveryMs = 5_000;

/** Shows how far long work is: a bar on a terminal, a plain line now and then elsewhere. */
export class Progress {
  private label = '';
  private shownAt = 0;

  show(label: string, done: number, total: number): void {
    const isNew = label !== this.label;
    const isDone = done >= total;
    if (stdout.isTTY) this.draw(label, done, total, isNew);
    else if (isDone || Date.now() - this.shownAt > plainEveryMs) {
      this.shownAt = Date.now();
      stdout.write(`${label}: ${done} of ${total}\n`);
    }
    this.label = isDone ? '' : label;
  }

  /** Ends a bar that is being drawn, so that a line can follow. */
  end(): void {
    if (stdout.isTTY && this.label) stdout.write('\n');
    this.label = '';
  }

  private draw(label: string, done: number, total: number, isNew: boolean): void {
    if (isNew && this.label) stdout.write('\n');
    const filled = total > 0 ? Math.min(width, Math.round((done / total) * width)) : width;
    stdout.write(`\r\x1b[2K${'█'.repeat(filled)}${'░'.repeat(width - filled)} ${label} ${done}/${total}${done >= total ? '\n' : ''}`);
  }
}
