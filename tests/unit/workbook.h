/* Makes workbooks part by part, for tests: also those no spreadsheet program would write. */
#ifndef TDKT_TEST_WORKBOOK_H
#define TDKT_TEST_WORKBOOK_H

#include <stddef.h>

#include "lib/base/buf.h"
#include "lib/base/pool.h"

struct part {
    const char *name;
    const void *bytes;
    size_t len; /* 0: a text */
};

/* The archive of these parts, ended by a NULL name. */
struct buf *workbook_of_parts(struct pool *pool, const struct part *parts);

/* A workbook whose only sheet is this XML. */
struct buf *workbook_of_sheet(struct pool *pool, const char *sheet, size_t len);

/* The rows between the tags of an ordinary sheet: workbook_of_sheet around <worksheet><sheetData>. */
struct buf *workbook_of_rows(struct pool *pool, const char *rows);

#define WORKBOOK_XML \
    "<workbook xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main' " \
    "xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'>" \
    "<sheets><sheet name='A' sheetId='1' r:id='rId1'/></sheets></workbook>"
#define RELATIONS_XML \
    "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>" \
    "<Relationship Id='rId1' Type='x' Target='worksheets/sheet1.xml'/></Relationships>"

#endif
