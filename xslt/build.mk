# what xslt/ installs
