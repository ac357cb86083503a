#!/bin/sh
# What the audit keeps is read by the office: every act has its word and can be asked for, and what stood before and after is no English.
. "${top_srcdir:-.}/tests/lint/tap.sh"

# The acts that are named where they are written; those of a dossier are kept below "nomination.".
acts() {
    sources lib fcgi | xargs grep -hoE 'audit_entry( entry =|\)) ?\{\.action = "[^"]+"' | cut -d'"' -f2
    sources lib fcgi | xargs grep -hoE 'nomination_step\) ?\{\.action = "[^"]+"' | cut -d'"' -f2 | sed 's/^/nomination./'
    sources lib | xargs grep -hoE '^ *\[IMPORT_[A-Z]+\] = \{"[a-z]+"' | cut -d'"' -f2 | sed 's/^/import./'
}

without_word() {
    acts | sort -u > "$work/acts"
    grep -oE '\{"[^"]*"' fcgi/words.c 2> /dev/null | cut -d'"' -f2 | sort -u | comm -23 "$work/acts" -
}
seed lib/seed.c << 'END'
    [IMPORT_SEEDS] = {"seeds", seed_columns, COUNT(seed_columns)},
END
rule "every act of the audit has its word" without_word

not_offered() {
    acts | sort -u > "$work/acts"
    sed -n '/choices_audit_actions/,/^}/p' fcgi/choices.c 2> /dev/null | grep -oE '"[^"]*"' | tr -d '"' | sort -u | comm -23 "$work/acts" -
}
seed fcgi/seed.c << 'END'
    struct audit_entry entry = {.action = "sow", .object = "seed"};
END
rule "every act of the audit can be asked for" not_offered

# Texts for before and after: those of the entries themselves, and of the functions that put something in words.
texts() {
    sources lib fcgi | xargs grep -hoE '(\.|entry\.)(before|after) = (pool_printf\([^"]*)?"[^"]*"' | cut -d'"' -f2
    sources lib fcgi | xargs awk '/^static .*in_words\(/ { on = 1 } on { print } /^}/ { on = 0 }' | grep -oE '"[^"]*"' | tr -d '"'
}

# Words of our language are hardly ever without a mark; a code has its word on the page.
english() {
    texts | sed -E 's/%[0-9.*]*l*[a-z]//g' | grep -E '[a-z]{2}' | grep -vP '[^\x00-\x7F]' | sort -u | while read -r text; do
        grep -qF ".$text=" xslt/page/words.xsl 2> /dev/null || echo "$text"
    done
}
seed fcgi/seed.c << 'END'
    entry.after = "revoked";
END
rule "nothing before or after an act is English" english

refusals() {
    { find lib/dir -name '*.c'; ls lib/store/login.c fcgi/login_gate.c fcgi/on_login.c; } 2> /dev/null |
        xargs grep -hoE 'OUT_[A-Z]+, "(login|dir)\.[a-z-]+"' | cut -d'"' -f2 | sort -u |
        grep -vxE 'login\.(wait|refused)' | while read -r key; do # those are never kept
        grep -qF "|refusal.$key=" xslt/page/words.xsl 2> /dev/null || echo "$key"
    done
}
seed fcgi/on_login.c << 'END'
    return err_set(e, OUT_AUTHN, "login.seed", "not sown");
END
rule "every refusal of a login that the audit keeps has its word" refusals
plan
