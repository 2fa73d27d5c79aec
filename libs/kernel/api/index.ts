export { type Bench, type BenchContext, type BenchLoad, type BenchRequest, benchRow, type BenchRow, type BenchServer } from './bench';
export { type Briefing, Briefings, type DocumentOccasion, Documents, type DocumentSource } from './briefings';
export { Clock } from './clock';
export { type CityText, CityTexts, type TextSource } from './city-texts';
export { createApp, type Door } from './create-app';
export { type ContractField, contractField } from './contract-field';
export { csv, csvText } from './csv';
export { batchesOf, type Dataset, type DatasetFile, type DatasetLink, Datasets, type DataTheme, type PlacedRow, placedRows, type RowPlace } from './datasets';
export { checkEnv, defineEnv, envManual, envVar, onOff, WrongEnvironment } from './env';
export { Events } from './events';
export type { GraphContext } from './graphql';
export { madeAt, newId, newSecret } from './ids';
export { Jobs } from './jobs';
export { Kept } from './kept';
export { kernelEnv, publicUrl } from './kernel.env';
export { KernelModule } from './kernel.module';
export { PUBLIC } from './kernel.resolver';
export { isTheSame, sendKnown } from './known-answer';
export { type Allowance, Limits } from './limits';
export { log } from './log';
export { metrics, refusals } from './metrics';
export type { Oracle, OracleRow } from './oracle';
export { type HeadTags, PageHeads } from './page-heads';
export { BadCursor, cursor, pageOf, pageSize, type PageRequest, type Sort } from './pages';
export { Participation, type ParticipationSource, type Turnout } from './participation';
export { cleanHtml, prose, withoutHtml } from './prose';
export { newRedis, REDIS, redisKey } from './redis';
export {
  type CouncilFigure, type FigureColumn, Figures, type Importer, Importers, type ImportReport, type ImportSource, type Projection, Projections,
  type Seed, type SeedContext, Seeds, type SubjectCard, type SubjectKind, Subjects, type Viewer,
} from './registries';
export { secretFor } from './secret';
export { eventually, type GraphAnswer, startCity, type TestCity } from './start-city';
export { excerpt, plain, terms } from './text';
export { type DatedMoment, idsOfKind, Threads, type ThreadSource } from './threads';
export { startThread } from './thread';
export { Transactions } from './transactions';
export { unlessThere } from './unless-there';
