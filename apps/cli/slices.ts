/** The command line runs the same slices as the api. */
export { doors, slices } from '../api/app.module';
