/** Files of a page held against programs that others made: pyHanko for the signature, pikepdf for the tags, openpyxl for the workbook. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Oracle, pythonWith, rowsOfPython } from '@isegoria/kernel/api';
import { fontFiles } from './pdf/fonts';
import { pdfReport } from './pdf/pdf-report';
import { plainReport } from './plain-report';
import { aDocument } from './report.builders';
import { ownSeal } from './seal/seal';
import { roomFor, signPdf } from './seal/sign-pdf';
import { xlsxReport } from './tables/xlsx-report';

const packages = ['pyhanko==0.38.0', 'pikepdf==10.18.0', 'openpyxl==3.1.5'];

const script = `
import json, sys, io
folder = sys.argv[1]
rows = []
def say(name, found, expected):
    rows.append(dict(name=name, found=str(found), expected=str(expected), holds=str(found) == str(expected)))
from asn1crypto import pem, x509
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko_certvalidator import ValidationContext
certificate = x509.Certificate.load(pem.unarmor(open(folder + '/certificate.pem', 'rb').read())[2])
def status(content):
    signature = PdfFileReader(io.BytesIO(content)).embedded_signatures[0]
    return signature, validate_pdf_signature(signature, ValidationContext(trust_roots=[certificate]))
pdf = open(folder + '/report.pdf', 'rb').read()
signature, told = status(pdf)
say('pyHanko: the signature', told.summary(), 'INTACT:TRUSTED,UNTOUCHED')
say('pyHanko: what it covers', told.coverage.name, 'ENTIRE_FILE')
say('pyHanko: its kind', signature.sig_object['/SubFilter'], '/ETSI.CAdES.detached')
changed = bytearray(pdf)
changed[pdf.index(b'stream') + 40] ^= 1
say('pyHanko: one changed bit', status(bytes(changed))[1].intact, False)
import pikepdf
with pikepdf.open(folder + '/report.pdf') as read:
    root = read.Root
    say('pikepdf: tagged, with a title, in Greek', (bool(root.MarkInfo.Marked), bool(root.ViewerPreferences.DisplayDocTitle), str(root.Lang)), (True, True, 'el'))
    with read.open_metadata() as metadata:
        say('pikepdf: the title in the metadata', metadata['dc:title'], str(read.docinfo.Title))
        say('pikepdf: says that it is PDF/UA', metadata['pdfuaid:part'], 1)
    fonts = {str(font.BaseFont) for page in read.pages for font in page.Resources.Font.values()}
    say('pikepdf: every typeface is a subset', all(name[7:8] == '+' for name in fonts), True)
    embedded = all('/FontFile2' in font.DescendantFonts[0].FontDescriptor for page in read.pages for font in page.Resources.Font.values())
    say('pikepdf: every typeface is in the file', embedded, True)
import openpyxl
book = openpyxl.load_workbook(folder + '/report.xlsx')
say('openpyxl: the sheets', book.sheetnames, ['Σύνοψη', 'Με λόγια', 'Οδοί', 'Κρίσεις'])
sheet = book['Οδοί']
say('openpyxl: text, number, share, day', [(cell.data_type, str(cell.value)) for cell in sheet[2]], [('s', '=1+1 Ψαρών'), ('n', '40'), ('n', '0.25'), ('d', '2027-01-01 00:00:00')])
say('openpyxl: the heading stays', sheet.freeze_panes, 'A2')
print(json.dumps(rows))
`;

export const oracle: Oracle = {
  name: 'reports: files of a page in the programs of others',
  needs: [],
  async run() {
    const python = await pythonWith('reports-readers', packages);
    const folder = mkdtempSync(join(tmpdir(), 'reports-'));
    try {
      const seal = await ownSeal(folder, 'Δήμος');
      const report = plainReport(aDocument(), 'el');
      const pdf = await pdfReport(report, 'https://city.example', { city: 'Δήμος', subject: 'Δήμος', fingerprint: seal.certificate.fingerprint256, isSelfSigned: true, room: roomFor(seal), fonts: fontFiles() });
      writeFileSync(join(folder, 'report.pdf'), signPdf(pdf, seal));
      writeFileSync(join(folder, 'report.xlsx'), await xlsxReport(report, 'https://city.example'));
      writeFileSync(join(folder, 'certificate.pem'), seal.certificate.toString());
      return await rowsOfPython(python, script, [folder]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
};
