# what conf/ installs
settingsdir = $(sysconfdir)/tdkt
dist_settings_DATA = conf/tdkt.conf
