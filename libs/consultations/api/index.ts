export { ConsultationsModule } from './consultations.module';
