# what conf/ installs
