#!/bin/sh
# Every refusal and confirmation a user can meet has its sentence in conf/messages.xml, and every sentence is used.
. "${top_srcdir:-.}/tests/lint/tap.sh"

# Functions that take the key of a message, and as which argument.
takers='err_set:3 form_error:3 nominee_field_invalid:3 entry_wrong:3 entry_wrong_limit:3 import_refuse:4 bad_cell:4
    header_problem:4 call_see_other:2'

has() {
    grep -o '<message key="[^"]*"' conf/messages.xml | cut -d'"' -f2 | sort
}

internal() {
    sed 's/[[:space:]]*#.*//; /^$/d' tests/lint/internal-keys | sort
}

# Function, key, file and second argument of every call that names a key.
calls() {
    sources lib fcgi | xargs awk -f "$lints/calls.awk" -v want="$takers"
    # the rows of tables like the classifier's
    sources lib fcgi | xargs grep -HoE 'OUT_[A-Z]+, "[a-z][a-z0-9.-]+"' |
        sed -E 's/^([^:]*):(OUT_[A-Z]+), "(.*)"$/err_set\t\3\t\1\t\2/'
    # a key that is chosen before it is set
    sources lib fcgi | xargs grep -HoE '\bkey = "[a-z][a-z0-9.-]+"' | sed -E 's/^([^:]*):key = "(.*)"$/err_set\t\2\t\1\t-/'
}

# What is nobody's to correct (a server is down, we are wrong) has the sentence of its outcome.
of_users() {
    awk -F '\t' '$1 !~ /^err_/ || $4 !~ /^OUT_(INTERNAL|UNAVAIL|UNCERTAIN|RETRY)$/'
}

actions() {
    grep -oE '<action id="[^"]*"' conf/flow/*.xml | cut -d'"' -f2 | sort -u
}

# Texts of the C files that look like a key: area.word.
texts() {
    sources lib fcgi | xargs grep -hoE '"[a-z0-9_]+\.[a-z][a-z0-9_.-]*"' | tr -d '"' | sort -u
}

# missing KNOWN: the lines whose key is not in the file.
missing() {
    awk -F '\t' -v known="$1" '
        BEGIN { while ((getline line < known) > 0) has[line] = 1 }
        !($2 in has) && $2 !~ /%/ { print $2 " (" $3 ")" }' | sort -u
}

known() {
    { has; internal; } 2> /dev/null | sort -u > "$work/known"
    echo "$work/known"
}

# A function that went, or has another name now, would take its keys out of sight.
unused_takers() {
    calls | cut -f1 | sort -u > "$work/called"
    echo "$takers" | tr ' ' '\n' | sed '/^$/d; s/:.*//' | sort -u | comm -23 - "$work/called"
}
seed fcgi/seed.c << 'END'
    form_error_of_another_name(c->form, "file", "seed.file");
END
rule "every function that is said to take a key is called with one" unused_takers

refusals() {
    calls | of_users | grep '^err_' | missing "$(known)"
}
seed conf/messages.xml < /dev/null
seed lib/core/seed.c << 'END'
    return err_set(e, late ? OUT_CONFLICT : OUT_INVALID,
                   late ? "seed.late" : "seed.wrong", "%s, %s", a, b);
END
rule "every key of a refusal has a message" refusals

fields() {
    calls | grep -vE '^(err_|call_see_other)' | missing "$(known)"
}
seed conf/messages.xml < /dev/null
seed fcgi/seed.c << 'END'
    form_error(c->form, pool_printf(c->pool, "yes-%lld", (long long)n->id),
               "seed.field");
END
rule "every key of a field's error has a message" fields

confirmations() {
    calls | grep '^call_see_other' | missing "$(known)"
}
seed conf/messages.xml < /dev/null
seed fcgi/seed.c << 'END'
    return rc == OUT_OK ? call_see_other(c, "seed.saved", "/seeds/%lld", (long long)id) : rc;
END
rule "every confirmation has a message" confirmations

steps() {
    actions | sed 's/^/done./' | grep -vxF -f "$(known)"
}
seed conf/messages.xml < /dev/null
seed conf/flow/seed.xml << 'END'
<action id="sow" from="draft" to="submitted"/>
END
rule "every action of a flow has its confirmation" steps

# Whatever function a key is handed to: a text of an area of messages is a message, or one of the other closed words.
strangers() {
    has | grep -F . | cut -d. -f1 | sort -u > "$work/areas"
    {
        known | xargs cat
        calls | awk -F '\t' '{ print $2 }'
        grep -oE '\{"[^"]*"' fcgi/words.c 2> /dev/null | cut -d'"' -f2 # acts of the audit
        actions | sed 's/^/nomination./'
    } > "$work/words"
    texts | awk -F . -v areas="$work/areas" -v words="$work/words" '
        BEGIN {
            while ((getline line < areas) > 0) area[line] = 1
            while ((getline line < words) > 0) word[line] = 1
        }
        ($1 in area) && !($0 in word)'
}
seed conf/messages.xml << 'END'
  <message key="seed.known"><what>.</what></message>
END
seed fcgi/seed.c << 'END'
    refuse_somehow(c, "seed.forgotten");
END
rule "every text that looks like a key is one" strangers

leftovers() {
    {
        texts
        sources lib fcgi | xargs grep -hoE '"[a-z]+"' | tr -d '"' # keys of one word
        actions | sed 's/^/done./'
        grep -hoE '\[OUT_[A-Z]+\] = \{?"[a-z]+"' lib/base/err.c | cut -d'"' -f2 | sed 's/^/outcome./'
    } 2> /dev/null | sort -u > "$work/named"
    has | comm -23 - "$work/named"
}
seed conf/messages.xml << 'END'
  <message key="seed.unused"><what>.</what></message>
END
rule "every message is named by somebody" leftovers

blanks() {
    sources lib fcgi | xargs awk -f "$lints/calls.awk" -v want="err_arg:2 err_arg_int:2" | cut -f2 | sort -u > "$work/filled"
    grep -oE '\{[a-z_-]+\}' conf/messages.xml | tr -d '{}' | sort -u | comm -23 - "$work/filled"
}
seed conf/messages.xml << 'END'
  <message key="seed.blank"><what>Quá {limits}.</what></message>
END
seed fcgi/seed.c << 'END'
    err_arg_int(e, "limit", 12);
END
rule "every blank of a sentence is filled by somebody" blanks

twice() {
    has | uniq -d
}
seed conf/messages.xml << 'END'
  <message key="seed.twice"><what>.</what></message>
  <message key="seed.twice"><what>.</what></message>
END
rule "no message twice" twice

not_internal() {
    internal > "$work/internal"
    has | comm -12 - "$work/internal"
}
seed conf/messages.xml << 'END'
  <message key="seed.inside"><what>.</what></message>
END
seed tests/lint/internal-keys << 'END'
seed.inside # tdkt
END
rule "what has a message is not listed as internal" not_internal

internal_leftovers() {
    calls | awk -F '\t' '{ print $2 }' | sort -u > "$work/set"
    internal | comm -23 - "$work/set"
}
seed tests/lint/internal-keys << 'END'
seed.gone # tdkt
END
rule "the list of internal keys has no leftovers" internal_leftovers

wordless() {
    tr '\n' ' ' < conf/messages.xml | sed 's/<message /\n&/g' | grep '^<message' | grep -vE '<what>[^<]+</what>' | cut -c1-80
}
seed conf/messages.xml << 'END'
  <message key="seed.wordless"><why>Vì thế.</why></message>
END
rule "every message says what did not happen" wordless

# A code is quoted on the telephone: it tells one sentence from all others. HT- is the status of an answer.
shared_codes() {
    grep -oE 'code="[A-Z]+-[0-9]+"' conf/messages.xml | cut -d'"' -f2 | grep -v '^HT-' | sort | uniq -d
}
seed conf/messages.xml << 'END'
  <message key="seed.one" code="XX-101"><what>.</what></message>
  <message key="seed.other" code="XX-101"><what>.</what></message>
END
rule "a code stands for one sentence" shared_codes
plan
