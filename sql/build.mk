# what sql/ installs
