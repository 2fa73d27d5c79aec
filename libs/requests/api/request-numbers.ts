import { Injectable } from '@nestjs/common';
import { InjectModel, Prop, Schema, SchemaFactory } from '@nestjs/mongoose';
import { unlessThere } from '@isegoria/kernel/api';
import type { Model } from 'mongoose';

/** The one counter of requests. */
@Schema({ versionKey: false, collection: 'request_numbers' })
export class NumberRecord {
  @Prop({ type: String, required: true }) _id!: string;
  @Prop({ type: Number, required: true }) given!: number;
}

export const NumberSchema = SchemaFactory.createForClass(NumberRecord);

const before = 1000;

/** The city's next numbers: some may be missing, none comes twice (decision 001). */
@Injectable()
export class RequestNumbers {
  constructor(@InjectModel(NumberRecord.name) private readonly numbers: Model<NumberRecord>) {}

  /** The next one, or the first of so many that are taken at once. */
  async next(many = 1): Promise<number> {
    const counted = await this.numbers.findOneAndUpdate({ _id: 'requests' }, { $inc: { given: many } }, { upsert: true, returnDocument: 'after' }).lean<NumberRecord>().exec().catch(unlessThere);
    // Of several first ones at once one makes the counter.
    return counted ? before + counted.given - many + 1 : this.next(many);
  }
}
