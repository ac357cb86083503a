# what fcgi/ installs
