// Two hospitals that work beside each other: the site of site.sql with the rows of tests/data/rows, and what an outsider could ask of them.
import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { Site, top } from '../site.mjs';

export const FILES = ['units', 'people', 'dossiers', 'nominees', 'papers'];
// Everything of hospital A, and everything of B, says whose it is.
export const OF_A = /Alfa|ALFA/;
export const OF_B = /Beta|BETA/;
// Who asks: hospital B's people, by role.
export const STRANGERS = { clerk: 11, head: 12, auditor: 13, admin: 14, records: 13 };
// Changed by asking alone.
const RESTLESS = ['session', 'audit', 'form_token', 'login_failure'];

export class TwoHospitals extends Site {
    constructor() {
        super();
        for (const name of FILES) this.sql(readFileSync(path.join(top, `tests/data/rows/${name}.sql`), 'utf8'));
        // Today's people and grants: what the rows have for other days is not asked here.
        this.sql("UPDATE role_grant SET valid_from = '2020-01-01', valid_to = NULL WHERE id = 50; DELETE FROM session;");
        // B's auditor also keeps B's numbers.
        this.sql("INSERT INTO role_grant (person_id, role, unit_id, valid_from) VALUES (13, 'records', 3, '2020-01-01')");
        // The bytes of the kept files are there: what is not found is not found for its number.
        for (const line of this.sql('SELECT digest, size FROM file').trim().split('\n')) {
            const [digest, size] = line.split('\t');
            const folder = path.join(this.folder, 'files', digest.slice(0, 2), digest.slice(2, 4));
            mkdirSync(folder, { recursive: true });
            writeFileSync(path.join(folder, digest), '%PDF- Alfa'.padEnd(Number(size)));
        }
        this.tables = this.sql("SELECT table_name FROM information_schema.tables WHERE table_schema = 'tdkt' AND table_type <> 'VIEW'")
            .trim().split('\n').filter((name) => !RESTLESS.includes(name));
    }

    once() {
        return randomBytes(32).toString('base64url');
    }

    grantOf(role, person) {
        return this.sql(`SELECT g.id FROM role_grant g LEFT JOIN person_group m ON m.ldap_group = g.ldap_group
            WHERE g.role = '${role}' AND ${person} IN (g.person_id, m.person_id) LIMIT 1`).trim();
    }

    // What all records hold, as one text to compare.
    digest() {
        return this.sql(`CHECKSUM TABLE ${this.tables.join(', ')}`);
    }
}

const pdf = () => new Blob(['%PDF-1.4 thử'], { type: 'application/pdf' });
const upload = (fields) => () => {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    form.append('file', pdf(), 'moi.pdf');
    return form;
};
const row = { award_code: 'GKSYT', achievement: 'Thành tích khác', period_from: '01/01/2026', period_to: '01/02/2026' };
const acts = { 11: ['submit', 'drop'], 12: ['forward', 'return', 'refuse_all', 'recall'], 15: ['confirm', 'return', 'recall'],
    16: ['record'], 17: ['issue'] };
const whole = { version: 4, reason: 'Vì thế', capacity: '', signed_on: '01/08/2026', held_on: '01/08/2026', minutes_no: '1', present: 9,
    issued_on: '01/08/2026', number: 42, recipients: 'Như Điều 3; Lưu: VT' };

// Every address with a number of hospital A behind each route, also beside a number of B's own; fields: good enough to be taken.
export const targets = {
    'POST /sessions/{word}/close': [{ at: '/sessions/phien-cua-alfa/close' }],
    'GET /units/{id}': [2, 4, 22].map((id) => ({ at: `/units/${id}` })),
    'GET /people/{id}': [2, 20, 21, 26].map((id) => ({ at: `/people/${id}` })),
    'POST /nominations/new': [{ at: '/nominations/new', fields: { unit_id: 2, campaign_id: 1, authority: 'giam_doc_so', year: 2026, title: 'Hồ sơ chen vào' } },
        { at: '/nominations/new', fields: { unit_id: 4, method: 'dot_xuat', authority: 'giam_doc_so', year: 2026, title: 'Hồ sơ chen vào' } }],
    'GET /nominations/{id}': [11, 12, 13, 14, 15, 16, 17].map((id) => ({ at: `/nominations/${id}` })),
    'POST /nominations/{id}': [{ at: '/nominations/11', fields: { title: 'Tên khác', note: 'Ghi chú khác', version: 4 } }],
    'POST /nominations/{id}/nominees': [{ at: '/nominations/11/nominees', fields: { kind: 'person', name: 'A22', ...row } },
        { at: '/nominations/21/nominees', fields: { kind: 'person', name: 'A22', ...row }, mixed: 422 },
        { at: '/nominations/21/nominees', fields: { kind: 'collective', name: 'A-NOI', ...row }, mixed: 422 },
        { at: '/nominations/21/nominees', fields: { kind: 'person', name: 'Lê Alfa Hoá', person_id: 22, ...row }, mixed: 422 }],
    'GET /nominations/{id}/nominees/{id}': [{ at: '/nominations/11/nominees/111' }, { at: '/nominations/12/nominees/127' }, { at: '/nominations/21/nominees/111', mixed: 404 },
        { at: '/nominations/11/nominees/211' }],
    'POST /nominations/{id}/nominees/{id}': [{ at: '/nominations/11/nominees/111', fields: { ...row, version: 2 } },
        { at: '/nominations/21/nominees/111', fields: { ...row, version: 2 }, mixed: 404 }],
    'POST /nominations/{id}/nominees/{id}/remove': [{ at: '/nominations/11/nominees/112/remove' }, { at: '/nominations/21/nominees/112/remove', mixed: 404 }],
    'POST /nominations/{id}/evidence': [{ at: '/nominations/11/evidence', form: upload({ kind: 'khac' }) },
        { at: '/nominations/21/evidence', form: upload({ kind: 'khac', nominee_id: 111 }), mixed: 404 }],
    'GET /nominations/{id}/evidence/{id}': [{ at: '/nominations/11/evidence/31' }, { at: '/nominations/11/evidence/32' }, { at: '/nominations/21/evidence/31', mixed: 404 }],
    'POST /nominations/{id}/evidence/{id}/remove': [{ at: '/nominations/11/evidence/31/remove' }, { at: '/nominations/21/evidence/32/remove', mixed: 404 }],
    'GET /nominations/{id}/import': [{ at: '/nominations/11/import' }],
    'POST /nominations/{id}/import': [{ at: '/nominations/11/import', form: upload({}) },
        { at: '/nominations/21/import', form: () => Object.entries({ confirm: 'yes', file_id: 1 }).reduce((f, [k, v]) => (f.append(k, v), f), new FormData()), mixed: 404 }],
    'GET /nominations/{id}/import/mau.xlsx': [{ at: '/nominations/11/import/mau.xlsx' }],
    'GET /nominations/{id}/import/mau.csv': [{ at: '/nominations/11/import/mau.csv' }],
    'POST /nominations/{id}/rows': [{ at: '/nominations/12/rows', fields: { row: 121, outcome: 'accepted', version: 5 } },
        { at: '/nominations/12/rows', fields: { row: 121, outcome: 'refused', reason: 'Vì thế', confirm: 'yes', version: 5 } }],
    'GET /nominations/{id}/act/{word}': Object.entries(acts).flatMap(([id, words]) => words.map((word) => ({ at: `/nominations/${id}/act/${word}` }))),
    'POST /nominations/{id}/act/{word}': Object.entries(acts).flatMap(([id, words]) =>
        words.map((word) => ({ at: `/nominations/${id}/act/${word}`, fields: { ...whole, version: { 11: 4, 12: 5, 15: 8, 16: 9, 17: 10 }[id] } }))),
    'GET /nominations/{id}/paper/{word}': ['to-trinh', 'danh-sach', 'quyet-dinh', 'giay-khen'].map((word) => ({ at: `/nominations/13/paper/${word}` })),
    'GET /decisions/{id}': [31, 32].map((id) => ({ at: `/decisions/${id}` })),
    'GET /decisions/{id}/paper/{word}': ['quyet-dinh', 'danh-sach', 'giay-khen'].map((word) => ({ at: `/decisions/31/paper/${word}` })),
    'GET /numbers/{id}': [1, 2, 3].map((id) => ({ at: `/numbers/${id}` })),
    'POST /numbers/{id}': [{ at: '/numbers/2', fields: { version: 1, first_no: 30, last_no: 31, used: 'void', note: 'Thôi giữ' } }],
    'POST /admin/roles': [{ at: '/admin/roles', fields: { login: 'nv11', role: 'head', unit_id: 2 } }, { at: '/admin/roles', fields: { login: 'nv11', role: 'director', unit_id: 1 } }],
    'POST /admin/roles/{id}/revoke': [1, 2, 50, 9].map((id) => ({ at: `/admin/roles/${id}/revoke` })),
};

// Ways to ask the pages that hold many rows; 404: the filter names what is not found. Without one the asker's own rows are there.
export const lists = {
    'GET /': [''], 'GET /sessions': [''], 'GET /units': ['', '?q=noi', '?q=A-NOI'],
    'GET /people': ['', '?q=hoa', '?q=A20', '?unit=2', '?unit=4'], 'GET /campaigns/{id}': [''],
    'GET /nominations': ['', '?unit=2', '?unit=4', '?campaign=1', '?year=2026', '?state=draft', '?state=dropped', '?authority=giam_doc_so', '?q=ho+so'],
    'GET /nominations/new': [''], 'GET /decisions': ['', '?year=2026', '?authority=giam_doc_so'],
    'GET /numbers': ['?year=2026', '?kind=award&year=2026', '?kind=award&year=2026&before=42'],
    'GET /awards': ['', '?unit=2', '?year=2026', '?award=GKSYT', '?kind=collective', '?method=dot_xuat', '?q=hoa'],
    'GET /awards.xlsx': ['', '?unit=2', '?year=2025', '?q=hoa'],
    'GET /awards/paper/so-khen-thuong': ['', '?unit=2', '?year=2025'],
    'GET /statistics': ['', '?unit=2', '?from_year=2019&to_year=2026'],
    'GET /statistics/paper/bang-21-cot': ['', '?unit=2', '?from_year=2019&to_year=2026'],
    'GET /admin/roles': [''], 'GET /audit': ['', '?object=nomination', '?person_id=2', '?object=nominee&object_id=111', '?action=nomination.create'],
};

// The texts of a workbook: its parts, unpacked one after the other.
export function workbook(bytes) {
    let text = '';
    for (let at = bytes.indexOf('PK\x01\x02'); at >= 0; at = bytes.indexOf('PK\x01\x02', at + 4)) {
        const [size, local] = [bytes.readUInt32LE(at + 20), bytes.readUInt32LE(at + 42)];
        const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
        const part = bytes.subarray(from, from + size);
        text += bytes.readUInt16LE(at + 10) === 8 ? inflateRawSync(part).toString('utf8') : part.toString('utf8');
    }
    return text;
}
