export { DiscoveryModule } from './discovery.module';
export { listingDoor } from './listing.door';
