import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel, Prop, Schema, SchemaFactory } from '@nestjs/mongoose';
import type { Themes } from '@isegoria/insights/contracts';
import { Clock, Jobs } from '@isegoria/kernel/api';
import { type Model, SchemaTypes } from 'mongoose';
import { ItemThemes } from './item-themes.service';
import { type FoundThemes, themesOf } from './themes';

/** The themes of everything that citizens wrote, as they were last counted. No text is kept here: quotations are read when they are shown. */
@Schema({ versionKey: false, collection: 'city_themes' })
export class ThemesRecord {
  @Prop({ type: String, required: true }) _id!: string;
  @Prop({ type: Date, required: true }) at!: Date;
  @Prop({ type: SchemaTypes.Mixed, required: true }) found!: FoundThemes;
}

export const ThemesSchema = SchemaFactory.createForClass(ThemesRecord);

const CITY = 'city';
const EVERY_MS = 3_600_000;
const MOST = 12;
const QUOTED = 3;

@Injectable()
export class CityThemes implements OnModuleInit {
  constructor(
    @InjectModel(ThemesRecord.name) private readonly records: Model<ThemesRecord>,
    private readonly themes: ItemThemes,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.every('insights.themes', EVERY_MS, () => this.count());
  }

  async shown(): Promise<Themes | null> {
    const record = await this.records.findById(CITY).lean<ThemesRecord>().exec();
    if (!record) return null;
    const { texts, covered, themes } = record.found;
    return { at: record.at, texts, covered, themes: await this.themes.shown(themes, QUOTED) };
  }

  async count(): Promise<void> {
    const at = this.clock.now();
    const found = await themesOf(this.themes.read(null), MOST);
    await this.records.updateOne({ _id: CITY }, { $set: { at, found } }, { upsert: true });
  }
}
