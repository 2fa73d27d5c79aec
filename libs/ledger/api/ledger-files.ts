import { Injectable } from '@nestjs/common';
import { bundle, concatBytes, parseTilePath, tileKey, utf8ToBytes, widthIn } from '@isegoria/ledger/contracts';
import { LedgerStore } from './ledger-store';

/** A file of the log. `isWhole` is false where the store holds less than the tree says. */
export interface LedgerFile {
  bytes: Uint8Array;
  isWhole: boolean;
}

/** The log as static files: tiles of hashes and bundles of entries. A file that was once there never changes. */
@Injectable()
export class LedgerFiles {
  private size = 0;

  constructor(private readonly store: LedgerStore) {}

  /** The file of a path after `tile/`; null where the tree is not that far, or the path names none. */
  async read(path: string): Promise<LedgerFile | null> {
    const named = parseTilePath(path);
    if (!named || !(await this.isThere(named))) return null;
    const { level, index, width } = named;
    return level === 'entries' ? this.entries(index, width) : this.hashes(level, index, width);
  }

  /** The tree only grows: a size that was read once holds for ever, and is read again only where it is too small. */
  private async isThere({ level, index, width }: { level: number | 'entries'; index: number; width: number }): Promise<boolean> {
    if (widthIn(this.size, { level, index }) < width) this.size = (await this.store.state()).size;
    return widthIn(this.size, { level, index }) >= width;
  }

  private async hashes(level: number, index: number, width: number): Promise<LedgerFile> {
    const tiles = await this.store.tiles([{ level, index }]);
    const hashes = tiles.get(tileKey(level, index))?.slice(0, width) ?? [];
    return { bytes: concatBytes(...hashes), isWhole: hashes.length === width };
  }

  private async entries(index: number, width: number): Promise<LedgerFile> {
    const leaves = await this.store.leavesAt(index * 256, width);
    return { bytes: bundle(leaves.map(utf8ToBytes)), isWhole: leaves.length === width };
  }
}
