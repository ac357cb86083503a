// The chance that tests which find `share` of all defects find no more than k of n.
export function chance(k, n, share) {
    let one = (1 - share) ** n, sum = 0;
    for (let i = 0; i <= k; i++) {
        sum += one;
        one *= ((n - i) / (i + 1)) * (share / (1 - share));
    }
    return sum;
}
