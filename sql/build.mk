# What tdkt needs at run time: the migrations and the service account's grants. The statements of sql/query are
# compiled in.
sqldir = $(pkgdatadir)/sql
migratedir = $(sqldir)/migrate
dist_sql_DATA = sql/grants.sql
dist_migrate_DATA = \
	sql/migrate/0001_units.sql \
	sql/migrate/0002_people.sql \
	sql/migrate/0003_identity.sql \
	sql/migrate/0004_campaigns.sql \
	sql/migrate/0005_nominations.sql \
	sql/migrate/0006_decisions.sql \
	sql/migrate/0007_audit.sql \
	sql/migrate/0008_number_book.sql \
	sql/migrate/0009_outsiders.sql \
	sql/migrate/0010_award_periods_and_changes.sql \
	sql/migrate/0011_login_failure_by_age.sql \
	sql/migrate/0012_audit_by_filter.sql \
	sql/migrate/0013_number_correction.sql \
	sql/migrate/0014_audit_chain.sql \
	sql/migrate/0015_award_achievement.sql
