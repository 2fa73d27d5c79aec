import { Injectable } from '@nestjs/common';
import { InjectModel, Prop, Schema, SchemaFactory } from '@nestjs/mongoose';
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
    const { given } = await this.numbers.findOneAndUpdate({ _id: 'requests' }, { $inc: { given: many } }, { upsert: true, returnDocument: 'after' }).lean<NumberRecord>().orFail().exec();
    return before + given - many + 1;
  }
}
