#!/bin/sh
# Do the sowers of defects sow? They are for node.
command -v node > /dev/null || exit 77
exec node "$(dirname "$0")/self.mjs"
