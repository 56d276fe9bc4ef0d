# What the trail calls each thing that was done, and the roles.
role-secretary = Secretary
role-treasurer = Treasurer
role-viewer = Viewer
role-privacy = Privacy contact
role-admin = Administrator
role-system = The program
