# what conf/ installs
settingsdir = $(sysconfdir)/tdkt
dist_settings_DATA = conf/tdkt.conf

# what the service reads below data_dir
messagesdir = $(pkgdatadir)/conf
dist_messages_DATA = conf/messages.xml

# vocabularies of paper
paperschemadir = $(pkgdatadir)/conf/schema
dist_paperschema_DATA = conf/schema/document.rng conf/schema/record.rng

# the demonstration province
EXTRA_DIST += conf/sample/README.md conf/sample/make.sh conf/sample/units.csv conf/sample/sizes.csv \
	conf/sample/accounts.csv conf/sample/campaigns.csv conf/sample/fields.awk conf/sample/people.awk \
	conf/sample/accounts.awk conf/sample/awards.awk conf/sample/tables.sql conf/sample/province.sql \
	conf/sample/directory.ldif
