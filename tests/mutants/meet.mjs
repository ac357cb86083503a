// What a test says of the program in a lane: its verdict, and how long it took.
import { existsSync } from 'node:fs';
import path from 'node:path';

// The programs that an integration script runs.
const RUN = ['fcgi/tdktd', 'fcgi/tdkt'];
const TOUR = 'd=$(mktemp -d) && out=$d/out && trap \'conf/local/province.sh stop "$d/p"\' EXIT && conf/local/province.sh start "$d/p" "$top_builddir" && '
    + '. "$d/p/env" && export TDKT_URL TDKT_FOLDER TDKT_BUILD TDKT_PASSWORD && TDKT_OUT=$out TDKT_TOP=$PWD node tests/tour/tour.mjs';

// Every test to be asked of a file, in order, each once; programs of tests/it by their short names.
export function testsOf(lane, file, names) {
    const all = names.flatMap((name) => (name === 'linked' ? lane.linked(file) : [name])).map((name) => name.replace(/^tests\/it\//, ''));
    const unit = all.filter((name) => name.includes('/'));
    return [...new Set([...unit, ...all])];
}

const command = (lane, name) => {
    if (name === 'tour') return ['bash', ['-c', TOUR], lane.source];
    if (name.includes('/')) return [existsSync(path.join(lane.source, name)) ? path.join(lane.source, name) : path.join(lane.build, name), [], lane.build];
    const script = ['sh', 'mjs', 'py'].map((kind) => path.join(lane.source, `tests/it/${name}.${kind}`)).find((file) => existsSync(file));
    return [script ?? path.join(lane.build, `tests/it/${name}`), [], lane.source];
};

function targets(lane, name) {
    if (name.includes('/')) return lane.programs.has(name) ? [name] : [];
    const program = `tests/it/${name}`;
    return lane.programs.has(program) ? [program] : RUN;
}

// Builds what the test wants and runs it: { built, passed, why, seconds }.
export async function meet(lane, name, seconds) {
    const wanted = targets(lane, name);
    if (wanted.length) {
        const made = await lane.make(...wanted);
        if (made.code) return { built: false, passed: false, why: made.text.slice(-400), seconds: made.seconds };
    }
    const ran = await lane.run(seconds, ...command(lane, name));
    const lines = ran.text.match(/^(not )?ok\b.*$/gm) ?? [];
    const wrong = lines.find((line) => line.startsWith('not'));
    const planned = Number(/^1\.\.(\d+)$/m.exec(ran.text)?.[1] ?? -1);
    const passed = ran.code === 0 && !wrong && !ran.hung && planned === lines.length;
    const why = ran.hung ? 'it hung' : wrong?.replace(/^not ok \d* ?-? ?/, '') ?? `planned ${planned}, ran ${lines.length}, ended with ${ran.code}`;
    return { built: true, passed, why, seconds: ran.seconds };
}
