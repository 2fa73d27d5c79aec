export { VolunteeringModule } from './volunteering.module';
