/* What a file is called when it is handed out: its end says what its bytes were proved to be, whatever its sender called it. */
#ifndef TDKT_CORE_DOWNLOAD_H
#define TDKT_CORE_DOWNLOAD_H

#include "lib/base/pool.h"

/* "hop dong.pdf.exe" of a PDF is "hop dong_pdf_exe.pdf"; a type that is not known ends in .bin.  In the pool. */
const char *download_name(struct pool *pool, const char *name, const char *media_type);

#endif
