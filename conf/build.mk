# what conf/ installs
settingsdir = $(sysconfdir)/tdkt
dist_settings_DATA = conf/tdkt.conf

# what the service reads below data_dir
messagesdir = $(pkgdatadir)/conf
dist_messages_DATA = conf/messages.xml

# vocabularies of paper
paperschemadir = $(pkgdatadir)/conf/schema
dist_paperschema_DATA = conf/schema/document.rng conf/schema/record.rng
