// A FastCGI program of the test's own: what nginx makes of its answers is looked at without the rest of the house.
import { chmodSync, rmSync } from 'node:fs';
import net from 'node:net';

export const record = (type, content) =>
    Buffer.concat([Buffer.from([1, type, 0, 1, content.length >> 8, content.length & 255, 0, 0]), content]);

const END = Buffer.concat([record(6, Buffer.alloc(0)), record(3, Buffer.alloc(8))]);

// The parameters of a request that is whole; undefined before.
function params(bytes) {
    const found = {};
    let content = Buffer.alloc(0);
    for (let at = 0; at + 8 <= bytes.length;) {
        const length = bytes.readUInt16BE(at + 4);
        const body = bytes.subarray(at + 8, at + 8 + length);
        if (bytes[at + 1] === 4 && length === 0) {
            for (let p = 0; p < content.length;) {
                const size = () => { const n = content[p] & 0x80 ? content.readUInt32BE(p) & 0x7fffffff : content[p]; p += content[p] & 0x80 ? 4 : 1; return n; };
                const name = size();
                const value = size();
                found[content.toString('utf8', p, p + name)] = content.toString('utf8', p + name, p + name + value);
                p += name + value;
            }
            return found;
        }
        if (bytes[at + 1] === 4) content = Buffer.concat([content, body]);
        at += 8 + length + bytes[at + 6];
    }
    return undefined;
}

// answer(params): the text of the answer from "Status:" on; { text, cut: true } breaks off after it; null closes without a word.
export async function fakeWorker(socket, answer) {
    rmSync(socket, { force: true });
    const asked = [];
    const server = net.createServer((peer) => {
        let bytes = Buffer.alloc(0);
        peer.on('error', () => {});
        peer.on('data', (piece) => {
            bytes = Buffer.concat([bytes, piece]);
            const given = params(bytes);
            if (!given || peer.answered) return;
            peer.answered = true;
            asked.push(given);
            const said = answer(given);
            if (said === null) return void peer.destroy();
            const first = record(6, Buffer.from(said.text ?? said));
            if (said.cut) peer.write(first, () => setTimeout(() => peer.destroy(), 50));
            else peer.end(Buffer.concat([first, END]));
        });
    });
    await new Promise((up) => server.listen(socket, up));
    chmodSync(socket, 0o666);
    return { asked, stop: () => new Promise((down) => server.close(down)) };
}
