import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Datasets } from '@isegoria/kernel/api';

/** Says where the public ledger is, among the public data. It is served by its own protocol, and stays there for ever. */
@Injectable()
export class LedgerDataset implements OnModuleInit {
  constructor(private readonly datasets: Datasets) {}

  onModuleInit(): void {
    this.datasets.register({
      id: 'ledger',
      order: 100,
      title: { el: 'Ανοιχτό βιβλίο', en: 'Open ledger' },
      description: {
        el: 'Κάθε ψήφος και κάθε πράξη εξουσίας, χωρίς πρόσωπα, σε δέντρο Merkle που μόνο μεγαλώνει, με υπογεγραμμένα σημεία ελέγχου. Το διαβάζει όποιο πρόγραμμα ξέρει tlog-tiles.',
        en: 'Every vote and every act of power, without persons, in an append-only Merkle tree under signed checkpoints. Any client of tlog-tiles reads it.',
      },
      keywords: { el: ['βιβλίο', 'διαφάνεια', 'επαλήθευση'], en: ['ledger', 'transparency', 'verification'] },
      themes: ['GOVE', 'JUST'],
      page: '/ledger',
      fields: [],
      key: [],
      links: [
        { title: { el: 'Υπογεγραμμένο σημείο ελέγχου', en: 'Signed checkpoint' }, path: '/ledger/checkpoint', mediaType: 'text/plain', format: 'TLOG' },
        { title: { el: 'Κλειδί επαλήθευσης', en: 'Verifier key' }, path: '/ledger/vkey', mediaType: 'text/plain', format: 'TLOG' },
      ],
    });
  }
}
