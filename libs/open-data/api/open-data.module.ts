import { Module } from '@nestjs/common';
import { IdentityModule } from '@isegoria/identity/api';
import { OrganisationModule } from '@isegoria/organisation/api';
import { Catalog } from './catalogue/catalog';
import { CatalogController } from './catalogue/catalog.controller';
import { CkanActions } from './ckan/ckan-actions';
import { CkanController } from './ckan/ckan.controller';
import { CkanPackages } from './ckan/ckan-packages';
import { Dumps } from './files/dumps.service';
import { FilesController } from './files/files.controller';
import { LiveController } from './files/live.controller';
import { OpenDataResolver } from './open-data.resolver';
import { OpenDataSeed } from './open-data.seed';
import { OpenData } from './open-data.service';
import { VersionStore } from './files/version-store';

/** Everything public, as data. It knows no slice: they hand their datasets in. */
@Module({
  imports: [IdentityModule, OrganisationModule],
  controllers: [LiveController, FilesController, CatalogController, CkanController],
  providers: [Catalog, CkanActions, CkanPackages, Dumps, OpenData, OpenDataResolver, OpenDataSeed, VersionStore],
})
export class OpenDataModule {}
