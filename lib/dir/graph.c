#include "lib/dir/graph.h"

#include <stdlib.h>
#include <string.h>

struct member {
    const char *dn;
    unsigned group;
};

struct group {
    const char *dn, *cn;
    unsigned visit; /* the question that saw it last */
};

struct group_graph {
    struct pool *pool;
    struct group *group;
    unsigned groups, group_room;
    struct member *member; /* ordered by dn once sealed */
    size_t members, member_room;
    unsigned *queue;
    unsigned visit;
};

struct group_graph *group_graph_new(struct pool *pool)
{
    struct group_graph *graph = pool_alloc(pool, sizeof *graph);

    graph->pool = pool;
    return graph;
}

/* Doubles an array that lives in a pool; the old one stays until the pool goes. */
static void *grown(struct pool *pool, const void *old, size_t count, size_t room, size_t size)
{
    void *bigger = pool_alloc(pool, room * size);

    if (count > 0)
        memcpy(bigger, old, count * size);
    return bigger;
}

unsigned group_add(struct group_graph *graph, const char *dn, const char *cn)
{
    if (graph->groups == graph->group_room) {
        graph->group_room = graph->group_room ? graph->group_room * 2 : 64;
        graph->group = grown(graph->pool, graph->group, graph->groups, graph->group_room,
                             sizeof *graph->group);
    }
    graph->group[graph->groups] = (struct group){
        .dn = pool_strdup(graph->pool, dn), .cn = pool_strdup(graph->pool, cn)};
    return graph->groups++;
}

void group_add_member(struct group_graph *graph, unsigned group, const char *member_dn)
{
    if (graph->members == graph->member_room) {
        graph->member_room = graph->member_room ? graph->member_room * 2 : 1024;
        graph->member = grown(graph->pool, graph->member, graph->members, graph->member_room,
                              sizeof *graph->member);
    }
    graph->member[graph->members++] =
        (struct member){.dn = pool_strdup(graph->pool, member_dn), .group = group};
}

static int by_dn(const void *a, const void *b)
{
    return strcmp(((const struct member *)a)->dn, ((const struct member *)b)->dn);
}

void group_seal(struct group_graph *graph)
{
    if (graph->members > 0)
        qsort(graph->member, graph->members, sizeof *graph->member, by_dn);
    graph->queue = pool_alloc(graph->pool, (graph->groups + 1) * sizeof *graph->queue);
}

static size_t first_with(const struct group_graph *graph, const char *dn)
{
    size_t low = 0, high = graph->members;

    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (strcmp(graph->member[middle].dn, dn) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* Queues the groups that hold dn and were not met in this visit. */
static unsigned visit(struct group_graph *graph, const char *dn, unsigned queued)
{
    size_t i = first_with(graph, dn);

    for (; i < graph->members && strcmp(graph->member[i].dn, dn) == 0; i++) {
        struct group *group = &graph->group[graph->member[i].group];

        if (group->visit == graph->visit)
            continue;
        group->visit = graph->visit;
        graph->queue[queued++] = graph->member[i].group;
    }
    return queued;
}

unsigned group_of(struct group_graph *graph, const char *dn, unsigned *out, unsigned max)
{
    unsigned queued;

    graph->visit++;
    queued = visit(graph, dn, 0);
    for (unsigned i = 0; i < queued; i++) {
        if (i < max)
            out[i] = graph->queue[i];
        queued = visit(graph, graph->group[graph->queue[i]].dn, queued);
    }
    return queued;
}

const char *group_cn(const struct group_graph *graph, unsigned group)
{
    return graph->group[group].cn;
}
