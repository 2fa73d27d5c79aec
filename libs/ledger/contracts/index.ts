export { base64, base64url, concatBytes, fromBase64, fromBase64url, isSame, utf8ToBytes, writeWith } from './bytes';
export { type Checkpoint, checkpointText, openCheckpoint, parseCheckpoint } from './checkpoint';
export { type Difference, differences } from './differences';
export {
  BrokenLog, checkContinuation, checkRoot, type LogFault, type LogFiles, type OpenLog, openLog, type Remembered, tilesOver,
} from './follow';
export { type Channel, channels, digest, hashOfLeaf, type Leaf, leafBytes, leafText, longestLeaf, type OpenVote, parseLeaf, type Plain, type PublicAct, type SecretVote } from './leaf';
export { emptyRoot, isContinued, isIncluded, isWithin, leafHash, nodeHash, proofRanges, prove, proveAll, type Range, rangeHash, type ReadHash, readOver, rootOver, subtreesOf } from './merkle';
export {
  cosignatureTime, cosignedText, isSigned, keyIdOf, type Note, type NoteKey, noteKey, type NoteSignature, noteText, openNote, parseNote, parseSignatureLine, parseVerifierKey,
  signatureLine, verifierKey,
} from './note';
export { checkedEntries, type LeafTile, leafTiles } from './reading';
export { checkReceipt, type ReceiptState } from './receipt';
export { type BallotCount, countIn, Recount } from './recount';
export { mergeDelaySeconds, openPromise, promiseText, type SignedPromise } from './promise';
export { addCheckpointBody, type KnownWitness, longestProof, parseSize, parseWitness } from './witness';
export { hashWith, sha256 } from './sha256';
export { bundle, entriesOf, hashesOf, indexPath, parseTilePath, readFrom, type Tile, tileKey, tilePath, tilesFor, tileWidth, widthIn } from './tiles';
export type { InclusionProof, Ledger, LedgerAct, LedgerActDetail, LedgerActPage, LedgerWitness } from './ledger.gen';
/** The slice's words, for the tests of its parts. Pages get them by `useWords`. */
export { default as el } from './words.el.json';
export { default as en } from './words.en.json';
