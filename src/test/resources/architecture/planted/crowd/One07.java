package planted.crowd;

class One07 {}
