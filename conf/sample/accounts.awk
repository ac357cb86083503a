# The demonstration accounts as groups of the directory, as roles, or as the table that people see.
#
#   awk -f fields.awk -f accounts.awk -v want=groups accounts.csv
#   awk -f fields.awk -f accounts.awk -v want=roles people.csv accounts.csv
#   awk -f fields.awk -f accounts.awk -v want=table accounts.csv

FNR == 1 { file = FILENAME; next }
file ~ /people.csv$/ {
    fields($0, f)
    sub(/@.*/, "", f[9])
    number[f[9]] = f[1]
    next
}
{ fields($0, f) }
want == "groups" && f[10] != "" {
    if (!(f[10] in members))
        names[++count] = f[10]
    members[f[10]] = members[f[10]] "member: uid=" f[1] ",ou=people,dc=syt,dc=example\n"
}
want == "roles" && f[8] != "" {
    printf "%s\n    (%s, %s, '%s', '%s')", comma ? "," : "INSERT INTO sample_role (staff_no, ldap_group, role, code) VALUES", \
        f[11] == "" ? "'" number[f[1]] "'" : "NULL", f[11] == "" ? "NULL" : "'" f[11] "'", f[8], f[9]
    comma = 1
}
want == "table" { printf "  %-11s %s\n", f[1], f[2] ". " f[12] }

END {
    for (i = 1; i <= count; i++)
        printf "dn: cn=%s,ou=groups,dc=syt,dc=example\nobjectClass: groupOfNames\ncn: %s\n%s\n", names[i], names[i], members[names[i]]
    if (want == "roles")
        print ";"
}
