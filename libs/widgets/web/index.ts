export { ActWindow, type ActWindowProps } from './act-window';
