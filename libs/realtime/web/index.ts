export { LiveLine, type Wire } from './live-line';
export type { RoomListener } from './room';
export { liveOver, useRoom } from './use-room';
