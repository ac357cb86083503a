/* Groups within groups, as a graph.  Pure: names in, numbers out.  Each group is visited once, so that
 * groups which hold each other do no harm. */
#ifndef TDKT_DIR_GRAPH_H
#define TDKT_DIR_GRAPH_H

#include "lib/base/pool.h"

struct group_graph;

struct group_graph *group_graph_new(struct pool *pool);

/* Adds a group; DNs as dn_normal() writes them.  The number names it. */
unsigned group_add(struct group_graph *graph, const char *dn, const char *cn);
void group_add_member(struct group_graph *graph, unsigned group, const char *member_dn);

/* To be called once between the last member and the first question. */
void group_seal(struct group_graph *graph);

/* Numbers of the groups that hold the DN, directly or through others, at most max.  Answers how many
 * there are in all. */
unsigned group_of(struct group_graph *graph, const char *dn, unsigned *out, unsigned max);

const char *group_cn(const struct group_graph *graph, unsigned group);

#endif
