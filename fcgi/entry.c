#include "fcgi/entry.h"

struct sync_listed entry_of(const struct dir_person *p)
{
    return (struct sync_listed){.directory_id = p->id,
                                .login = p->login,
                                .name = p->name,
                                .mail = p->mail,
                                .staff_no = p->staff_no,
                                .unit = p->unit,
                                .title = p->title,
                                .groups = {p->group, p->groups},
                                .groups_complete = p->groups_complete};
}
