export { OpenIdModule } from './openid.module';
