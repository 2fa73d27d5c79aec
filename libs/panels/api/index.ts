export { drawCommand } from './draw.command';
export { Lot } from './lot.service';
export { offerKey } from './offer.schema';
export { PanelsModule } from './panels.module';
