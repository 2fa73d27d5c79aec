import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectConnection } from '@nestjs/mongoose';
import { type ClientSession, type Connection, mongo } from 'mongoose';
import { Clock, Transactions, unlessThere } from '@isegoria/kernel/api';
import { portions } from '@isegoria/kernel/contracts';
import { base64, concatBytes, emptyRoot, hashesOf, leafHash, type Tile, tileKey, utf8ToBytes } from '@isegoria/ledger/contracts';
import { type Edge, edgeOf, type GrownTile, rootOf } from './growth';
import type { CheckpointRecord, LeafRecord, LedgerState, TileRecord } from './ledger-state';

/** Another sequencer moved the state first; what this one made is thrown away. */
export class Overtaken extends Error {}

/** What a batch adds to the ledger. */
export interface Growth {
  leaves: string[];
  edge: Edge;
  tiles: GrownTile[];
  positions: LedgerState['positions'];
}

const collections = ['ledger_checkpoints', 'ledger_leaves', 'ledger_tiles', 'ledger_sizes'];

/** The store of the ledger: state, leaves, tiles and signed sizes. Moved only together. */
@Injectable()
export class LedgerStore implements OnModuleInit {
  constructor(
    @InjectConnection() private readonly connection: Connection,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** A transaction should find its collections made, and the leaves are looked up by their hashes. */
  async onModuleInit(): Promise<void> {
    for (const name of collections) await this.db().createCollection(name).catch(unlessThere);
    await this.leaves().createIndex({ hash: 1 });
  }

  /** How the ledger stands, as no failover can take it back. It is made where it is not: the id lets one of many do that. */
  async state(): Promise<LedgerState> {
    const known = await this.states().findOne({ _id: 'live' }, { readConcern: 'majority' });
    if (known) return known;
    const first: LedgerState = { _id: 'live', step: 0, size: 0, root: base64(emptyRoot), positions: [] };
    await this.states().insertOne(first, { writeConcern: { w: 'majority' } }).catch(unlessThere);
    return this.state();
  }

  /** The right edge of the tree. Throws where it does not make the root that stands signed: nothing is built on a tampered tree. */
  async edge({ size, root }: LedgerState): Promise<Edge> {
    const wanted = edgeOf(size);
    const tiles = await this.tiles(wanted.filter(({ width }) => width > 0));
    const edge = { size, levels: wanted.map(({ level, index, width }) => tiles.get(tileKey(level, index))?.slice(0, width) ?? []) };
    const found = base64(rootOf(edge));
    if (found !== root) throw new Error(`The tiles of the ledger make the root ${found} at size ${size}, but ${root} is signed.`);
    return edge;
  }

  /** State, leaves, tiles and the signed size in one transaction, or nothing. */
  async move(from: LedgerState, { leaves, edge, tiles, positions }: Growth): Promise<LedgerState> {
    const to: LedgerState = { ...from, step: from.step + 1, size: edge.size, root: base64(rootOf(edge)), positions };
    const records = leaves.map((leaf, at) => ({ _id: from.size + at, hash: base64(leafHash(utf8ToBytes(leaf))), leaf }));
    await this.transactions.run(async (session) => {
      const { modifiedCount } = await this.states().replaceOne({ _id: 'live', step: from.step, size: from.size, root: from.root }, to, { session });
      if (modifiedCount !== 1) throw new Overtaken();
      if (records.length === 0) return;
      await this.checkpoints().insertOne({ _id: to.size, root: to.root, at: this.clock.now() }, { session });
      await this.leaves().insertMany(records, { session });
      await this.put(tiles, session);
    });
    return to;
  }

  /** Tiles by their keys; one that is not there is left out. */
  async tiles(wanted: readonly Pick<Tile, 'level' | 'index'>[]): Promise<Map<string, Uint8Array[]>> {
    const ids = wanted.map(({ level, index }) => tileKey(level, index));
    const found = await Promise.all(portions(ids, 50).map((part) => this.tileRecords().find({ _id: { $in: part } }, { promoteBuffers: true }).toArray()));
    return new Map(found.flat().map(({ _id, hashes }) => [_id, hashesOf(new Uint8Array(hashes)) ?? []]));
  }

  /** The leaves of places that follow each other, in order. By fifties: the embedded store's `$in` costs the square of its length. */
  async leavesAt(start: number, count: number): Promise<LeafRecord[]> {
    const places = Array.from({ length: count }, (_, at) => start + at);
    const found = await Promise.all(portions(places, 50).map((part) => this.leaves().find({ _id: { $in: part } }).toArray()));
    return found.flat().sort((a, b) => a._id - b._id);
  }

  /** Where leaves stand, by their hashes; the first place where one stands twice. */
  async placesOf(hashes: readonly string[]): Promise<Map<string, number>> {
    const found = await this.leaves().find({ hash: { $in: [...hashes] } }, { projection: { hash: 1 }, readConcern: 'majority' }).toArray();
    return new Map(found.sort((a, b) => b._id - a._id).map(({ _id, hash }) => [hash, _id]));
  }

  /** What was signed at a size; null where that size never was. */
  checkpointAt(size: number): Promise<CheckpointRecord | null> {
    return this.checkpoints().findOne({ _id: size }, { readConcern: 'majority' });
  }

  private async put(tiles: readonly GrownTile[], session: ClientSession): Promise<void> {
    const record = ({ level, index, hashes }: GrownTile) => ({ _id: tileKey(level, index), hashes: Buffer.from(concatBytes(...hashes)) });
    const [fresh, old] = [tiles.filter(({ before }) => before === 0).map(record), tiles.filter(({ before }) => before > 0).map(record)];
    if (fresh.length > 0) await this.tileRecords().insertMany(fresh, { session });
    for (const tile of old) await this.tileRecords().replaceOne({ _id: tile._id }, tile, { session });
  }

  private states() {
    return this.db().collection<LedgerState>('ledger_checkpoints');
  }

  private leaves() {
    return this.db().collection<LeafRecord>('ledger_leaves');
  }

  private tileRecords() {
    return this.db().collection<TileRecord>('ledger_tiles');
  }

  private checkpoints() {
    return this.db().collection<CheckpointRecord>('ledger_sizes');
  }

  private db(): mongo.Db {
    if (!this.connection.db) throw new Error('The store is not connected yet.');
    return this.connection.db;
  }
}
